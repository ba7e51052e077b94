"""The board's business plan: what the partnership aims at, the board's priorities, their objectives, and the tasks."""
