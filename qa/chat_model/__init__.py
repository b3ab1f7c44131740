"""Chat models as readers, held to the gate."""
