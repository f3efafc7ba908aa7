class OneWayController(AdaptiveController):
    """Knows how to leave blocking and not how to come back to it."""

    def wanted(self, **measured):
        wanted = super().wanted(**measured)
        return self.mode if wanted == "block" else wanted
