"""The exceptions newsdesk raises on purpose.

    NewsdeskError
    ├── InputError            a file, page or row that cannot be read as an article
    │   ├── UnsupportedInput  a kind of file newsdesk does not read
    │   └── FetchError        a web address that cannot or must not be fetched
    │       └── AddressGone   its server says that it is there no more (404, 410)
    ├── IndexFolderError      the index folder
    │   ├── NoIndex           there is none yet
    │   ├── CorruptIndex      its SQLite file is damaged (never overwritten)
    │   └── ModelMismatch     it was built with another embedding model
    ├── ModelError            the embedding model is missing or is not the one pinned
    ├── NotFound              no article has that id
    ├── QuestionError         a question that cannot be asked (empty, too long)
    └── SettingError          a setting with a value that cannot be used

Each message is one line: what happened, where, and what to do next.
"""


class NewsdeskError(Exception):
    """Base of every error a user can cause or mend; the command line prints it as one line."""


class InputError(NewsdeskError):
    """An input that cannot be read as an article."""


class UnsupportedInput(InputError):
    """A kind of file newsdesk does not read."""


class FetchError(InputError):
    """A web address that cannot, or must not, be fetched."""


class AddressGone(FetchError):
    """The server of a web address says that there is nothing there, or no more."""


class IndexFolderError(NewsdeskError):
    """The index folder cannot be used as it is."""


class NoIndex(IndexFolderError):
    """There is no index in the folder yet."""


class CorruptIndex(IndexFolderError):
    """The SQLite file is damaged; it is left as it was."""


class ModelMismatch(IndexFolderError):
    """The index was built with another embedding model."""


class ModelError(NewsdeskError):
    """The embedding model is missing or is not the one pinned."""


class NotFound(NewsdeskError):
    """No article has the id asked for."""


class QuestionError(NewsdeskError):
    """A question that cannot be asked."""


class SettingError(NewsdeskError):
    """A setting with a value that cannot be used."""
