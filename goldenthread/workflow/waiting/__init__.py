"""What is waiting for whom, and what is amiss: named checks over everything that the board keeps."""
