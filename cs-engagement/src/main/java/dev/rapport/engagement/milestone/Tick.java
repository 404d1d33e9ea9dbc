package dev.rapport.engagement.milestone;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.model.time.AsOf;
import java.util.List;

/**
 * What one tick did.
 *
 * @param asOf  the cut at which it was taken
 * @param fired  the firings that were newly recorded, by customer, due date and key
 * @param failures  the customers whose milestones could not be reckoned
 */
public record Tick(AsOf asOf, List<Firing> fired, List<CustomerFailure> failures) {}
