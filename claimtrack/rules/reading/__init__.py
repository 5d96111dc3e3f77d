"""Rule files as they are read: text to nodes, nodes to rules and lists as written, those to rules.

``yamltext`` and ``tomlnodes`` make nodes, ``nodes`` is what is asked of them. ``words``, ``lists``,
``rule`` and ``examples`` read the parts of a file. ``layers`` lays folder over folder, and
``resolving`` gives lists and rules the words of the lists that they name. ``places`` reads files once
more for whoever asks where a word stands.
"""
