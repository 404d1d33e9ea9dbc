package dev.rapport.model.organisation;

/**
 * Several people who look after customers together, so that none of them is named.
 *
 * @param id  the id, different from that of every member: an owner is one or the other
 * @param name  what it is called
 * @param role  the role that the pool fills
 */
public record Pool(String id, String name, String role) {}
