package dev.rapport.engagement.time;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a customer took of the team's time.
 *
 * @param customerId  the customer
 * @param hours  the hours spent
 * @param members  who spent them, by id
 */
public record CustomerTime(String customerId, BigDecimal hours, List<String> members) {}
