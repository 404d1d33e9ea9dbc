package dev.rapport.health.choice;

import dev.rapport.health.Health;
import java.util.List;

/**
 * What several scorecards make of one customer.
 *
 * @param primary  the health that counts
 * @param others  those of the other scorecards whose conditions hold, by priority
 */
public record SideBySide(Health primary, List<Health> others) {}
