"""Makes the embedded language model from treebanks and entity corpora: `python -m training.make
--data DIR`.
"""
