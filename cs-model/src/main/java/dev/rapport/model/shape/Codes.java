package dev.rapport.model.shape;

/** The codes of the problems that shapes report. */
final class Codes {

    static final String WRONG_TYPE = "wrong-type";
    static final String WRONG_SYNTAX = "wrong-syntax";
    static final String WRONG_LENGTH = "wrong-length";
    static final String OUT_OF_RANGE = "out-of-range";
    static final String UNKNOWN_WORD = "unknown-word";
    static final String UNKNOWN_TYPE = "unknown-type";
    static final String UNKNOWN_FIELD = "unknown-field";
    static final String MISSING_FIELD = "missing-field";
    static final String REPEATED = "repeated";
    static final String REFUSED = "refused";
    static final String WRONG_FORMAT = "wrong-format";
    static final String WRONG_VERSION = "wrong-version";
    static final String ONLY_WRITTEN = "only-written";

    private Codes() {}
}
