package dev.rapport.model.decision;

import java.util.Optional;

/**
 * What was decided for one customer, with its reasons.
 *
 * @param <T>  what is decided: a segment, a band, a risk
 * @param customerId  the customer
 * @param value  the decision; empty where data is missing or the evaluation failed, which the reasons then say
 * @param reasons  why
 */
public record Decision<T>(String customerId, Optional<T> value, Explanation reasons) {}
