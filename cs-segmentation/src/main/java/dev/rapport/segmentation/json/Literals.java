package dev.rapport.segmentation.json;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.Shape;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Bounds in documents: literals whose meaning comes with the kind of the attribute. */
final class Literals {

    static final Shape<CurrencyUnit> CURRENCY =
            Shape.parsed("a currency such as \"EUR\"", CurrencyUnit::of, CurrencyUnit::getCode);

    private Literals() {}

    /** The value of a literal in the type of the attribute. */
    static Object valueOf(AttributeKey<?> key, String field, Object literal, Optional<CurrencyUnit> currency) {
        boolean isMoney = key.kind() == AttributeKind.MONEY;
        if (isMoney && currency.isEmpty()) {
            throw new IllegalArgumentException("required field \"currency\" is missing, attribute (" + key
                    + ") is money.\nMaybe \"currency\": \"EUR\".");
        }
        if (!isMoney && currency.isPresent()) {
            throw new IllegalArgumentException("\"currency\" must be absent, attribute (" + key + ") is "
                    + AttributeShapes.word(key.kind()) + ".");
        }
        return switch (key.kind()) {
            case NUMBER -> number(key, field, literal).doubleValue();
            case MONEY -> money(number(key, field, literal), currency.orElseThrow());
            case DATE -> date(key, field, literal);
            case BOOLEAN -> {
                if (!(literal instanceof Boolean)) {
                    throw wrong(key, field, "true or false", literal);
                }
                yield literal;
            }
            case TEXT, TEXT_SET -> {
                if (!(literal instanceof String)) {
                    throw wrong(key, field, "a string", literal);
                }
                yield literal;
            }
        };
    }

    private static BigDecimal number(AttributeKey<?> key, String field, Object literal) {
        if (literal instanceof BigDecimal number) {
            return number;
        }
        throw wrong(key, field, "a number", literal);
    }

    private static Money money(BigDecimal amount, CurrencyUnit currency) {
        try {
            return Money.of(currency, amount);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "amount (" + amount.toPlainString() + ") must have at most " + currency.getDecimalPlaces()
                            + " decimals, as " + currency + " has.",
                    e);
        }
    }

    private static LocalDate date(AttributeKey<?> key, String field, Object literal) {
        if (literal instanceof String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        wrong(key, field, "a date such as \"2026-03-31\"", literal)
                                .getMessage(),
                        e);
            }
        }
        throw wrong(key, field, "a date such as \"2026-03-31\"", literal);
    }

    private static IllegalArgumentException wrong(AttributeKey<?> key, String field, String expected, Object literal) {
        String found = literal instanceof String text ? Quote.text(text) : literal.toString();
        return new IllegalArgumentException("\"" + field + "\" must be " + expected + ", as attribute (" + key + ") is "
                + AttributeShapes.word(key.kind()) + ", was " + found + ".");
    }

    /** The literal of a value. */
    static Object literalOf(Object value) {
        if (value instanceof Double number) {
            return plain(BigDecimal.valueOf(number));
        }
        if (value instanceof Money money) {
            return plain(money.getAmount());
        }
        return value instanceof LocalDate date ? date.toString() : value;
    }

    /** A number, or with a currency an amount of money. */
    static Object quantity(BigDecimal number, Optional<CurrencyUnit> currency) {
        return currency.<Object>map(unit -> money(number, unit)).orElseGet(number::doubleValue);
    }

    /** The number of a {@link #quantity}. */
    static BigDecimal numberOf(Object quantity) {
        return plain(quantity instanceof Money money ? money.getAmount() : BigDecimal.valueOf((Double) quantity));
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() > -16 ? stripped.setScale(0) : stripped;
    }

    static Optional<CurrencyUnit> currencyOf(Object value) {
        return value instanceof Money money ? Optional.of(money.getCurrencyUnit()) : Optional.empty();
    }
}
