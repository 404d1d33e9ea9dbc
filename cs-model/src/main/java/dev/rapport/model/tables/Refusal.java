package dev.rapport.model.tables;

/**
 * Why a cell or a row is not taken.
 *
 * @param code  the stable code
 * @param reason  what is allowed, without the full stop
 * @param advice  what may have been meant, or empty
 */
record Refusal(String code, String reason, String advice) {

    static Refusal of(String code, String reason) {
        return new Refusal(code, reason, "");
    }

    Refusal advice(String newAdvice) {
        return new Refusal(code, reason, newAdvice);
    }
}
