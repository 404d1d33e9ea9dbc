package dev.rapport.segmentation.condition;

import java.util.Locale;

/** Whether upper and lower case are told apart. */
public enum TextCase {
    /** They are: {@code BER} is not {@code Ber}. */
    EXACT,
    /** They are not, by the rules of Unicode without those of any language: {@code BER} is {@code Ber}. */
    IGNORED;

    String fold(String text) {
        return this == EXACT ? text : text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
