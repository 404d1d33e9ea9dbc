package dev.rapport.model.decision;

/** What became of a node of a decision. The order is that of the codes in columns. */
public enum Status {
    /** There is a value. */
    EVALUATED,
    /** The question makes no sense for this customer; it does not count against completeness. */
    NOT_APPLICABLE,
    /** Data that the value needs is missing. */
    NOT_ENOUGH_DATA,
    /** The value could not be computed. */
    FAILED;

    static final byte EVALUATED_CODE = 0;
    static final byte NOT_APPLICABLE_CODE = 1;
    static final byte NOT_ENOUGH_DATA_CODE = 2;
    static final byte FAILED_CODE = 3;

    private static final Status[] BY_CODE = values();

    static Status ofCode(byte code) {
        return BY_CODE[code];
    }

    byte code() {
        return (byte) ordinal();
    }
}
