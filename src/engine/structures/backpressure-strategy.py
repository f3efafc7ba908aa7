class BackpressureStrategy:
    """What a buffer does when more comes in than goes out."""

    def __init__(self, buffer):
        self.buffer = buffer
        self.trace = None
