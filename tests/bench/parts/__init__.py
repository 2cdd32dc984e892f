"""What can be measured: each module has a `measure(options)` that yields figures."""
