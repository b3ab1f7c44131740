"""The commands of `newsdesk`: each has `add_NAME(parser)` and `run_NAME(args, console) -> exit code`.

Importing one of these files must cost nothing: what a command works with is imported when it runs.
"""
