"""Documents that people read without a browser: which kinds are read, by the suffix of their name.

A reader is a pure function, bytes → facts (interface.py). It runs in a process of its own (reading.py), and rules of
scope "document" name the facts that are faults (judging.py).
"""
