package dev.rapport.examples.policylab;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/** How values are put for people: short, the same in every locale, and inert in HTML. */
final class PageText {

    private static final char REPLACEMENT = '\uFFFD';

    private PageText() {}

    /** Text that is inert in HTML content and in quoted attributes; characters that turn the direction are shown. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isHidden(c) ? REPLACEMENT : c);
            }
        });
        return escaped.toString();
    }

    /** Controls, lone surrogates and marks that change the direction of the text around them. */
    private static boolean isHidden(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t')
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || (c >= 0xD800 && c <= 0xDFFF);
    }

    /** A whole amount with its currency: {@code EUR 1,234,567}. */
    static String money(Money amount) {
        return amount.getCurrencyUnit().getCode() + "\u00A0" + rounded(amount.getAmount(), 0);
    }

    /** A whole number in groups of three digits. */
    static String count(int number) {
        return rounded(BigDecimal.valueOf(number), 0);
    }

    /** A number with at most one decimal. */
    static String number(double value) {
        String text = rounded(BigDecimal.valueOf(value), 1);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A difference with its sign: {@code +3.5}. */
    static String signed(double value) {
        return (value > 0 ? "+" : "") + rounded(BigDecimal.valueOf(value), 1);
    }

    /** A share as {@code 12 %}. */
    static String percent(double share) {
        return rounded(BigDecimal.valueOf(share * 100), 0) + "\u00A0%";
    }

    private static String rounded(BigDecimal value, int decimals) {
        String plain = value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        int first = plain.startsWith("-") ? 1 : 0;
        int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int at = end - 3; at > first; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}
