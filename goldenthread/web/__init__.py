"""What people see: pages, forms and charts. A folder for each subject; what they share is in `base`."""
