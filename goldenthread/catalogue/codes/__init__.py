"""Code lists, as the layout of 2017/18 has them."""
