package dev.rapport.examples.shared;

/** Something that the user can mend, said in one message; ends a program with exit code 2. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What to tell the user: thing, value, rule, and a way out on a line of its own. */
    public UserError(String message) {
        super(message);
    }

    /** As above, with the cause for those who debug. */
    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
