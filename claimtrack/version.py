"""The version, in the one place that the package, its reports and its build read."""

VERSION = "0.1.0"
