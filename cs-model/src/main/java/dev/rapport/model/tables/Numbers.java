package dev.rapport.model.tables;

import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Reads numbers and amounts in the format of one table. */
final class Numbers {

    /** An amount whose currency may stand elsewhere in the row. */
    record Amount(BigDecimal number, @Nullable CurrencyUnit currency) {}

    /** Above, doubles cannot tell whole numbers apart. */
    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    private static final int LONGEST = 60;
    private static final int MOST_DECIMALS = 60;

    private final char decimal;
    private final Optional<Character> grouping;

    Numbers(char decimal, Optional<Character> grouping) {
        this.decimal = decimal;
        this.grouping = grouping;
    }

    /** The Double, or the refusal. */
    Object number(String text) {
        String plain = plain(text);
        if (plain == null) {
            return notANumber();
        }
        double number = Double.parseDouble(plain);
        return Math.abs(number) <= LARGEST.doubleValue() ? (Object) number : tooLarge();
    }

    /** The BigDecimal, or the refusal. */
    Object decimal(String text) {
        String plain = plain(text);
        if (plain == null) {
            return notANumber();
        }
        BigDecimal number;
        try {
            number = new BigDecimal(plain);
        } catch (ArithmeticException | NumberFormatException e) {
            return tooLarge();
        }
        if (number.signum() == 0) {
            return number.scale() > MOST_DECIMALS || number.scale() < 0 ? BigDecimal.ZERO : number;
        }
        if (number.precision() - (long) number.scale() > LARGEST.precision() - LARGEST.scale() + 1L
                || number.abs().compareTo(LARGEST) > 0) {
            return tooLarge();
        }
        return number.scale() <= MOST_DECIMALS
                ? number
                : Refusal.of("out-of-range", "must have at most " + MOST_DECIMALS + " decimals");
    }

    /** The Amount, or the refusal. */
    Object amount(String text) {
        String number = text;
        String code = "";
        int length = text.length();
        if (length > 3 && isCode(text, 0)) {
            code = text.substring(0, 3);
            number = text.substring(3).strip();
        } else if (length > 3 && isCode(text, length - 3)) {
            code = text.substring(length - 3);
            number = text.substring(0, length - 3).strip();
        }
        Object found = decimal(number);
        if (found instanceof Refusal refusal) {
            return refusal.code().equals("not-a-number")
                    ? Refusal.of(
                            "not-an-amount",
                            "must be an amount such as 1200" + decimal + "50 or EUR 1200" + decimal + "50")
                    : refusal;
        }
        if (code.isEmpty()) {
            return new Amount((BigDecimal) found, null);
        }
        Object currency = currency(code);
        return currency instanceof CurrencyUnit unit ? new Amount((BigDecimal) found, unit) : currency;
    }

    private static boolean isCode(String text, int start) {
        for (int i = start; i < start + 3; i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    /** The CurrencyUnit, or the refusal. */
    static Object currency(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            return Refusal.of("unknown-currency", "must be a currency of ISO 4217 such as EUR");
        }
    }

    private Refusal notANumber() {
        Refusal refusal = Refusal.of("not-a-number", "must be a number such as 1200" + decimal + "5");
        return grouping.isPresent()
                ? refusal
                : refusal.advice("Maybe say in book.json how numbers are written: \"decimal\", \"grouping\"");
    }

    private static Refusal tooLarge() {
        return Refusal.of("out-of-range", "must lie between -1e15 and 1e15");
    }

    /** The number as Java writes it, or null: an optional sign, digits, decimals, an exponent. */
    private @Nullable String plain(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int i = 0;
        if (text.charAt(0) == '-' || text.charAt(0) == '+') {
            plain.append(text.charAt(i++));
        }
        int whole = digits(text, i);
        int end = whole;
        plain.append(text, i, whole);
        if (grouping.isPresent() && whole > i && whole - i <= 3) {
            while (end < text.length() && text.charAt(end) == grouping.get() && digits(text, end + 1) == end + 4) {
                plain.append(text, end + 1, end + 4);
                end += 4;
            }
        }
        int numerals = end - i;
        i = end;
        if (i < text.length() && text.charAt(i) == decimal) {
            end = digits(text, i + 1);
            numerals += end - i - 1;
            plain.append('.').append(text, i + 1, end);
            i = end;
        }
        if (numerals > 0 && i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int sign = i + 1 < text.length() && "+-".indexOf(text.charAt(i + 1)) >= 0 ? 1 : 0;
            end = digits(text, i + 1 + sign);
            if (end == i + 1 + sign) {
                return null;
            }
            plain.append(text, i, end);
            i = end;
        }
        return numerals > 0 && i == text.length() ? plain.toString() : null;
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
