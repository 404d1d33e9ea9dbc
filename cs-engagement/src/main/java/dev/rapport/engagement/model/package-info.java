/**
 * Engagement models as priced objects: which touchpoints a segment gets, who does them, what that costs, and whether it
 * pays.
 *
 * <p>The entry points are {@link dev.rapport.engagement.model.EngagementPolicy}, the document {@code
 * rapport/engagement-models}, and {@link dev.rapport.engagement.model.Economics}, which holds a book against it. Amounts
 * are exact until the end, and the segments sum to the book.
 */
@NullMarked
package dev.rapport.engagement.model;

import org.jspecify.annotations.NullMarked;
