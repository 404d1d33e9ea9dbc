/**
 * Manual membership: customers that somebody has put into a segment, with owner, reason and expiry.
 *
 * <p>The entry point is {@link dev.rapport.segmentation.list.ListedSegments}, alone or beside a strategy, of which it says
 * who wins.
 */
@NullMarked
package dev.rapport.segmentation.list;

import org.jspecify.annotations.NullMarked;
