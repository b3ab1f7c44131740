"""Files that wrap articles in something else: mails, web archives, what comes in on standard input."""
