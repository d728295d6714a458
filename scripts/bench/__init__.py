"""The measured table of `make bench`: this site beside the plain stack, in one run.

Times are CPU seconds of whole processes, so that they compare on a busy machine; ratios are what
to quote. Each theme is a module that prints its rows: add rows there, and a new theme to
`__main__`. `python -m bench searches` prints one theme alone.
"""
