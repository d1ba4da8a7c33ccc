"""The web page and the HTTP API, served on the office's own machine: nothing about people is stored or logged."""
