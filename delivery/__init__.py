"""What is done to deliver the package: builds and proofs, run by `python3 dev.py …`, no part of what is delivered."""
