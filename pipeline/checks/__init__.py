"""The rules that say what in the input is wrong, doubtful or worth a look."""
