/**
 * What only a server can show, on Payara Micro and on WildFly.
 *
 * <p>A test is one of two kinds:
 *
 * <ul>
 *   <li>Most share the one WAR of {@link io.sereno.it.FatWar}, which a server deploys once: a class
 *       with {@code @ArquillianTest}, in a folder of its feature beside its fixture beans, whose
 *       methods run inside the server unless they say {@code @RunAsClient}.
 *   <li>A test that needs another WAR has {@link io.sereno.it.OwnWar @OwnWar} and a
 *       {@code @Deployment} method.
 * </ul>
 *
 * <p>Every test runs on every server of its kind unless {@link io.sereno.it.OnlyOn @OnlyOn} says
 * otherwise. On the client's side {@link io.sereno.it.Http} sends requests and {@link
 * io.sereno.it.ServerOutput} tells what the server printed.
 */
@NullMarked
package io.sereno.it;

import org.jspecify.annotations.NullMarked;
