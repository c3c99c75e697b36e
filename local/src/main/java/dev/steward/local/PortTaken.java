package dev.steward.local;

/// Another process listens where one of ours should.
public class PortTaken extends LocalFailure {

    public PortTaken(Port port) {
        super(message(port));
    }

    private static String message(Port port) {
        var taken =
                "Port "
                        + port.number()
                        + " is taken by another process; "
                        + port.purpose()
                        + " needs it.";
        return port.variable().isEmpty()
                ? taken
                : taken + " Free it, or choose another one with " + port.variable() + "=<port>.";
    }
}
