/** Learns the route of a request from Jakarta REST. */
@NullMarked
package io.sereno.context.rest;

import org.jspecify.annotations.NullMarked;
