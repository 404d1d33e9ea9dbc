package dev.rapport.engagement.page;

import java.math.RoundingMode;
import java.util.Locale;
import org.joda.money.Money;

/** How values are put for people: short, the same in every locale, and inert in HTML. */
final class Text {

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
                        escaped.append('\uFFFD');
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
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        return control || direction || (c >= 0xD800 && c <= 0xDFFF);
    }

    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** A whole amount with its currency: {@code EUR 1,234,567}. */
    static String money(Money amount) {
        return amount.getCurrencyUnit().getCode() + " "
                + String.format(Locale.ROOT, "%,d", amount.getAmount().setScale(0, RoundingMode.HALF_EVEN).longValue());
    }

    /** An amount in the least letters: {@code 1.2 M}, {@code 340 k}. */
    static String compact(double amount) {
        double size = Math.abs(amount);
        if (size >= 999_500) {
            return String.format(Locale.ROOT, "%.1f M", amount / 1_000_000);
        }
        return size >= 1_000
                ? String.format(Locale.ROOT, "%.0f k", amount / 1_000)
                : String.format(Locale.ROOT, "%.0f", amount);
    }

    /** A share as {@code 12 %}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    /** A share as {@code 12.3 %}. */
    static String percentExactly(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** A number with at most three decimals. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** A whole number in groups of three digits. */
    static String grouped(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** A score without decimals. */
    static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
