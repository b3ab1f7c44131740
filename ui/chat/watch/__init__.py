"""What who runs the page can ask of it: is it ready, how much is asked, how long it takes."""
