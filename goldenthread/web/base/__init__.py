"""What every page stands on: who may see it, its layout, its forms, its words when something cannot be done."""
