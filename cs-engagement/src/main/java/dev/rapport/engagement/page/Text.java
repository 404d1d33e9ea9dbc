package dev.rapport.engagement.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.joda.money.Money;

/** How values are put for people: short, the same in every locale, and inert in HTML. */
final class Text {

    /** Keeps a number and its unit on one line. */
    private static final String NO_BREAK = "\u00A0";

    private static final String UNKNOWN = "unknown";

    /** Between the words of a code, but not before a part of digits only. */
    private static final Pattern DIVIDER = Pattern.compile("[-_.](?![0-9]+(?:[-_.]|$))");

    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

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
                default -> {
                    if (isHidden(c)) {
                        escaped.append(REPLACEMENT);
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** Controls, lone surrogates and marks that change the direction of the text around them. */
    private static boolean isHidden(int c) {
        boolean control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
        boolean direction = (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
        return control || direction || (c >= 0xD800 && c <= 0xDFFF);
    }

    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /**
     * A code in words: {@code seats-in-use} becomes {@code seats in use}. A number stays with what it numbers, as in the id
     * {@code c-000201}.
     */
    static String words(String code) {
        return DIVIDER.matcher(code).replaceAll(" ");
    }

    /** A constant in words. */
    static String words(Enum<?> constant) {
        return words(constant.name().toLowerCase(Locale.ROOT));
    }

    /** A number of things: {@code 1 customer}, {@code 2 customers}. */
    static String count(long number, String one, String many) {
        return grouped((double) number) + NO_BREAK + (number == 1 ? one : many);
    }

    /** A whole amount with its currency: {@code EUR 1,234,567}. */
    static String money(Money amount) {
        return amount.getCurrencyUnit().getCode() + NO_BREAK + rounded(amount.getAmount(), 0);
    }

    /** An amount in the least letters: {@code 1.2 M}, {@code 340 k}. */
    static String compact(double amount) {
        double size = Math.abs(amount);
        if (size >= 999_500) {
            return rounded(amount / 1_000_000, 1) + NO_BREAK + "M";
        }
        return size >= 999.5 ? rounded(amount / 1_000, 0) + NO_BREAK + "k" : rounded(amount, 0);
    }

    /** A share as {@code 12 %}. */
    static String percent(double share) {
        return percent(share, 0);
    }

    /** A share as {@code 12.3 %}. */
    static String percentExactly(double share) {
        return percent(share, 1);
    }

    private static String percent(double share, int decimals) {
        return Double.isFinite(share) ? rounded(share * 100, decimals) + NO_BREAK + "%" : UNKNOWN;
    }

    /** A number with at most two decimals. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return rounded(value, 0);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        int decimals = Math.max(0, rounded.stripTrailingZeros().scale());
        return rounded(value, decimals);
    }

    /** A whole number in groups of three digits. */
    static String grouped(long number) {
        return grouped((double) number);
    }

    /** A whole number in groups of three digits. */
    static String grouped(double value) {
        return rounded(value, 0);
    }

    /** A difference with its sign: {@code +3.5}. */
    static String signed(double value) {
        String text = rounded(value, 1);
        return value > 0 ? "+" + text : text;
    }

    private static String rounded(double value, int decimals) {
        return Double.isFinite(value) ? rounded(BigDecimal.valueOf(value), decimals) : UNKNOWN;
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
