package dev.rapport.segmentation.list;

/** What wins where a customer is listed and the strategy has a segment too. */
public enum Winner {
    /** The list: an exception to the rule. */
    LIST,
    /** The rule: the list is for those whom it leaves out. */
    RULE
}
