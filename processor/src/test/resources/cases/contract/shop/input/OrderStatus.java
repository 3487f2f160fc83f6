package com.acme.shop;
/** Where an order is. */
public enum OrderStatus { 
  /** Just made. */ PENDING, CONFIRMED, SHIPPED, DELIVERED }
