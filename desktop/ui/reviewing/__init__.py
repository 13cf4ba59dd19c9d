"""Problems in the window: looked for beside the gestures, shown, answered, walked."""
