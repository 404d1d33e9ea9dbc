package dev.rapport.examples.shared;

import java.math.RoundingMode;
import java.util.Locale;
import org.joda.money.Money;

/** Numbers and texts as they stand on a terminal. */
final class SummaryText {

    private SummaryText() {}

    static String counted(long count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }

    static String money(Money amount) {
        return amount.getCurrencyUnit().getCode() + " "
                + String.format(
                        Locale.ROOT,
                        "%,d",
                        amount.getAmount().setScale(0, RoundingMode.HALF_EVEN).longValue());
    }

    static String compact(Money amount) {
        double size = amount.getAmount().doubleValue();
        if (Math.abs(size) >= 999_500) {
            return String.format(Locale.ROOT, "%.2f M", size / 1e6);
        }
        return Math.abs(size) >= 1_000
                ? String.format(Locale.ROOT, "%.0f k", size / 1e3)
                : String.format(Locale.ROOT, "%.0f", size == 0 ? 0.0 : size);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    static String shortened(String text, int most) {
        String visible = visible(text);
        if (visible.length() <= most) {
            return visible;
        }
        int end = most - 1;
        return visible.substring(0, Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Without characters that would move the cursor or turn the reading direction. */
    static String visible(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
