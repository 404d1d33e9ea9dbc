package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKind;

/** What the cells of a column are read as. */
enum CellKind {
    /** Kept as it stands; nothing at all is empty. */
    TEXT,
    /** A {@link Moment}. */
    MOMENT,
    /** A {@link Moment}, or {@code ..} for one before any time. */
    START,
    /** A date within the time of the business. */
    DATE,
    /** A date that may lie long before. */
    OLD_DATE,
    /** A Double. */
    NUMBER,
    /** A BigDecimal. */
    DECIMAL,
    /** True or false. */
    BOOLEAN,
    /** An amount; becomes Money with the currency of the row. */
    MONEY,
    /** A set of texts. */
    TEXT_SET,
    /** A currency. */
    CURRENCY;

    static CellKind of(AttributeKind kind, boolean isAttribute) {
        return switch (kind) {
            case NUMBER -> NUMBER;
            case TEXT -> TEXT;
            case BOOLEAN -> BOOLEAN;
            case DATE -> isAttribute ? OLD_DATE : DATE;
            case MONEY -> MONEY;
            case TEXT_SET -> TEXT_SET;
        };
    }
}
