"""FactCollector of documents that people read without a browser: PDF, Word, PowerPoint, Excel and captions.

Each kind has a module with a pure function `read`, from bytes to facts (interface.py). It runs in a process of its own
(reading.py). Rules of scope "document" say which facts are faults (judging/documents.py).
"""
