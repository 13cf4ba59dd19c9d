"""What things are: frozen values without I/O, without Qt and without SQL."""
