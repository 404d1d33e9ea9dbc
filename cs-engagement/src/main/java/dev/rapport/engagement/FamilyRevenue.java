package dev.rapport.engagement;

import java.util.List;
import org.joda.money.Money;

/**
 * The customers of one family, such as a holding and its subsidiaries, and what they pay together.
 *
 * @param top  the customer that the others belong to; one that is no customer any more may be missing among them
 * @param customers  the customers, from the top down; each is in one family only, so that families may be summed
 * @param arr  the recurring revenue of all that can be told
 */
public record FamilyRevenue(String top, List<String> customers, Money arr) {}
